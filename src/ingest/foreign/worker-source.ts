/**
 * What runs in the worker: the pinned reader of old and foreign workbooks, which knows no bounds of its own, and a
 * packing of its cells into arrays. It is a text, so that it runs alike from the bundle and from the sources.
 */
export const WORKER_SOURCE = `
const { createRequire } = require('node:module');
const { parentPort, workerData } = require('node:worker_threads');
const XLSX = createRequire(workerData.base)('@e965/xlsx');
const { bytes, text, maxCells } = workerData;
const options = { dense: true, cellFormula: false, cellHTML: false, cellText: true, cellNF: true, cellStyles: false, cellDates: false, raw: true };
const book = text === undefined
  ? XLSX.read(bytes, { ...options, type: 'array' })
  : XLSX.read(text, { ...options, type: 'string' });
const date1904 = Boolean(book.Workbook && book.Workbook.WBProps && book.Workbook.WBProps.date1904);
let total = 0;
const sheets = book.SheetNames.map((name, index) => {
  const sheet = book.Sheets[name];
  const about = (book.Workbook && book.Workbook.Sheets && book.Workbook.Sheets[index]) || {};
  const cells = [];
  const rows = sheet['!data'] || [];
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r];
    if (!row) continue;
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (!cell || cell.t === 'z' || cell.v === undefined || cell.v === null) continue;
      if (++total > maxCells) throw new Error('too-many-cells');
      const value = cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : cell.v;
      cells.push([r + 1, c + 1, cell.t, value, cell.z === undefined ? '' : String(cell.z), cell.t === 'n' || cell.t === 'e' ? cell.w : undefined]);
    }
  }
  const merges = (sheet['!merges'] || []).slice(0, 20000).map((m) => [m.s.r + 1, m.s.c + 1, m.e.r + 1, m.e.c + 1]);
  const hidden = (list) => (list || []).flatMap((x, i) => (x && x.hidden ? [i + 1] : []));
  return { name, hidden: Boolean(about.Hidden), cells, merges, hiddenRows: hidden(sheet['!rows']), hiddenColumns: hidden(sheet['!cols']) };
});
parentPort.postMessage({ sheets, date1904 });
`;
