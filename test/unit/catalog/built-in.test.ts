import { expect, test } from 'vitest';
import { builtInCatalog, builtInRef } from '../../../core/catalog/built-in.ts';
import { digest } from '../../../core/formats/digest.ts';
import { sha256 } from '../formats/sha256.ts';

test('reviews name the built-in catalog by the digest of its whole file', async () => {
  expect(builtInRef).toEqual({
    id: builtInCatalog.id,
    edition: builtInCatalog.edition,
    digest: await digest(builtInCatalog, sha256),
  });
});
