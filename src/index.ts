/** The library: the computing part of every command, without files, clock or terminal. */
export { Cube } from './model/cube.js';
