// Loaded into beo: says at the end how much memory it took at its largest, in kB.
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
