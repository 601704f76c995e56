// Loaded before a program: says at its end how much memory it took at most.
'use strict';
process.on('exit', () => process.stderr.write(`\npeak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`));
