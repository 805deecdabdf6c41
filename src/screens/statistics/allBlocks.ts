import { adviceBlock } from './adviceBlock.js';
import {
  asideBlock,
  desksBlock,
  deviationsBlock,
  houseBlock,
  visitsBlock,
  waitsBlock,
  type BlockOptions,
} from './blocks.js';
import { comparisonBlock } from './comparisonBlock.js';
import { hoursBlock } from './hoursBlock.js';
import type { Block } from './layout.js';
import type { Scene } from './scene.js';

/**
 * Everything below the first line, in the order in which it is wanted.
 * @param rows of one column
 */
export const allBlocks = (scene: Scene, options: BlockOptions, rows: number): readonly Block[] => [
  hoursBlock(scene, options, rows),
  ...adviceBlock(scene, options),
  waitsBlock(scene, options),
  comparisonBlock(scene, options),
  visitsBlock(scene, options),
  desksBlock(scene, options),
  asideBlock(scene, options),
  deviationsBlock(scene, options),
  houseBlock(scene, options),
];
