#!/usr/bin/env node
import('../dist/cli.js').catch((error) => {
  console.error(error.code === 'ERR_MODULE_NOT_FOUND' ? 'tianshu is not built yet: run `npm ci`' : error);
  process.exitCode = 2;
});
