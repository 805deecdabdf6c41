// A program: asks the DuckDB database that it is given.
import { DuckDBInstance } from '@duckdb/node-api';
import { printRows, rowOf } from './rivalAnswer.js';

const instance = await DuckDBInstance.create(process.argv[2], { access_mode: 'READ_ONLY' });
const connection = await instance.connect();
const figuresOf = (column: string) =>
  `avg(${column}), quantile_cont(${column}, 0.5), quantile_cont(${column}, 0.9)`;
const rowsBy = async (key: string) => {
  const answer = await connection.runAndReadAll(
    `SELECT site, ${key} AS key, count(*)::INT, ${figuresOf('wait')}, ${figuresOf('service')} FROM visits GROUP BY ALL`,
  );
  return answer
    .getRows()
    .map(([site, name, n, ...figures]) => rowOf(String(site), String(name), Number(n), figures.map(Number)));
};
printRows([...(await rowsBy("concern || ' ' || half")), ...(await rowsBy('week'))]);
