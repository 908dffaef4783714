import { config } from 'zod';

/**
 * Schemas check what they are given as they stand. By itself the schema library writes and compiles a function for every
 * object schema, which pays after thousands of objects; a command reads one project file.
 */
config({ jitless: true });
