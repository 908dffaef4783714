// Runs what the build has made: `dist/cli.cjs`, and the script of a command's kind when one begins. Beside them lies the code that
// V8 had compiled of them when the build ran the example. V8 takes it where it is the V8 that wrote it, with the same flags, for
// a script of the same length; anywhere else it compiles the script, as it does with every other program. Nothing is written
// here: the code is as old as the script, and a folder that cannot be written is no hindrance.
const { readFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '../dist');
const loaded = new Map();

/** Where the compiled code of a script lies: for this version of Node, on this kind of machine. */
const codeFile = (name) => join(dist, `${name}.${process.version}-${process.platform}-${process.arch}.code`);

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** A script is ASCII (see the build): read as such, it costs no decoding and half the memory. */
function readBuilt(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    process.stderr.write('tianshu is not built yet: run `npm ci`\n');
    process.exit(2);
  }
}

/** A built script, run once: what it exports, and the script itself, of which the build keeps the compiled code. */
function loadBuilt(name) {
  if (loaded.has(name)) return loaded.get(name);
  const filename = join(dist, `${name}.cjs`);
  const source = `(function (exports, require, module, __filename, __dirname) {${readBuilt(filename)}\n})`;
  const script = new Script(source, { filename, cachedData: readIfThere(codeFile(name)) });
  const module = { exports: {} };
  const requireFrom = (id) => (id.startsWith('./') ? loadBuilt(basename(id, '.cjs')).exports : require(id));
  script.runInThisContext()(module.exports, requireFrom, module, filename, dist);
  const built = { script, exports: module.exports };
  loaded.set(name, built);
  return built;
}

module.exports = { loadBuilt, codeFile };
