#!/usr/bin/env node
'use strict';

const { main } = require('../dist/cli/main.js');

void main(process.argv.slice(2));
