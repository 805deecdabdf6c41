import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };

await new Command('beo').version(packageJson.version).parseAsync();
