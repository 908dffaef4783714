// The published package carries a shrinkwrap, so that an install anywhere gets the versions that were tested (`overrides`
// do not reach it otherwise). It is the lock file without what only developers need, and exists only while packing.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const shrinkwrap = new URL('../npm-shrinkwrap.json', import.meta.url);

if (process.argv[2] === 'remove') {
  rmSync(shrinkwrap, { force: true });
} else {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const packages = Object.entries(lock.packages).filter(([, entry]) => entry.dev !== true);
  const { devDependencies: _, ...root } = lock.packages[''];
  lock.packages = { ...Object.fromEntries(packages), '': root };
  writeFileSync(shrinkwrap, `${JSON.stringify(lock, null, 2)}\n`);
}
