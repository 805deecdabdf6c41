import {
  asideBlock,
  desksBlock,
  deviationsBlock,
  houseBlock,
  visitsBlock,
  waitsBlock,
  type BlockOptions,
} from './blocks.js';
import { hoursBlock } from './hoursBlock.js';
import type { Block } from './layout.js';
import type { Scene } from './scene.js';

/**
 * Everything below the first line, in the order in which it is wanted.
 * @param rows of one column
 */
export const allBlocks = (scene: Scene, options: BlockOptions, rows: number): readonly Block[] => [
  hoursBlock(scene, options, rows),
  waitsBlock(scene, options),
  visitsBlock(scene, options),
  desksBlock(scene, options),
  asideBlock(scene, options),
  deviationsBlock(scene, options),
  houseBlock(scene, options),
];
