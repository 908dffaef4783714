import { expect, it } from 'vitest';
import { DOCUMENT_SEVERITIES } from '../../src/documents/diagnostics.js';
import messages from '../../src/report/messages/documents.yaml';

it('words every finding of this room, and no other', () => {
  expect(Object.keys(messages as object).sort()).toEqual(Object.keys(DOCUMENT_SEVERITIES).sort());
});
