import program, { nameOfBuild } from './rolldown.config.js';

/**
 * The bench in build/bench: its program, and the files that the processes it starts load. Never shipped; packages come
 * from node_modules.
 * @type {import('rolldown').BuildOptions}
 */
const config = {
  input: {
    main: 'src/bench/main.ts',
    bareServer: 'src/bench/bareServer.ts',
    attacker: 'src/bench/hostile/attacker.ts',
    probe: 'src/bench/probe.ts',
    askSqlite: 'src/bench/reports/askSqlite.ts',
    askDuckdb: 'src/bench/reports/askDuckdb.ts',
    parseArchive: 'src/bench/reports/parseArchive.ts',
    peakMemory: 'src/bench/reports/peakMemory.ts',
  },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external: /^[^./]/,
  // What its stores keep for the program has to be taken for the program's own.
  transform: { define: { 'process.env.BEO_BUILD': JSON.stringify(nameOfBuild()) } },
  output: {
    dir: 'build/bench',
    format: 'esm',
    entryFileNames: '[name].js',
    // Beside the entries, which it names by their place beside itself.
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
  },
};

/**
 * The screen that beo's are compared with: a bundle of as few files as beo itself, with Ink and its packages as they are
 * published, without what beo changes in them.
 * @type {import('rolldown').BuildOptions}
 */
export const bareScreen = {
  ...program,
  input: { bareScreen: 'src/bench/screens/bareScreen.tsx' },
  // React's developer tools, which Ink asks for when DEV is set.
  external: ['react-devtools-core'],
  plugins: [],
  output: { ...program.output, dir: 'build/bench-screen' },
};

export default config;
