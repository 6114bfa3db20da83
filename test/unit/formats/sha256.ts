import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../core/formats/digest.ts';

export const sha256: Sha256 = async (bytes) => createHash('sha256').update(bytes).digest('hex');
