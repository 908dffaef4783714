#!/usr/bin/env node
require('./built-script.js').loadBuilt('cli').exports.start();
