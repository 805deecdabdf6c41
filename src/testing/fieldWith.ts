import type { FieldText } from '../screens/parts/fieldEditing.js';
import { signsOf } from '../screens/parts/splitKeys.js';

/** A field with a text in it, the cursor at its end. */
export const fieldWith = (value: string): FieldText => ({ value, cursor: signsOf(value).length });
