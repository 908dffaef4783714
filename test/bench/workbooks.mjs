// Workbooks of invented figures, the same in every run.
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { writeGenerated } from './generate.mjs';
import { headerOf, rowsOf } from './rows.mjs';

const writer = (filename) =>
  new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings: true, useStyles: true });

/** One sheet of tidy rows, one figure each. Gives the number of cells. */
export async function writeTidyWorkbook(file) {
  const csv = join(file, '..', 'tidy.csv');
  writeGenerated({ size: [31, 365, 3, 36], file: csv, schema: `${csv}.schema` });
  const workbook = writer(file);
  const sheet = workbook.addWorksheet('月度数据');
  const header = headerOf(csv);
  sheet.addRow(header).commit();
  let rows = 1;
  for (const row of rowsOf(csv)) {
    sheet.addRow([...row.slice(0, -1), Number(row.at(-1))]).commit();
    rows++;
  }
  await workbook.commit();
  return rows * header.length;
}

const REGIONS = 8334;
const INDICATORS = 10;

/** Twelve sheets, one a month: regions down, indicators across. Gives the number of cells. */
export async function writeWideWorkbook(file) {
  const workbook = writer(file);
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let month = 1; month <= 12; month++) {
    const sheet = workbook.addWorksheet(`2024年${month}月`);
    sheet.addRow(['地区', ...Array.from({ length: INDICATORS }, (_, k) => `指标${k + 1}(亿元)`)]).commit();
    for (let region = 1; region < REGIONS; region++) {
      const figures = Array.from({ length: INDICATORS }, (_, k) => {
        const places = 10 ** (1 + (k % 4));
        return Math.round(random() * 1000 * places * places) / places;
      });
      sheet.addRow([`第${region}街道乡镇`, ...figures]).commit();
    }
  }
  await workbook.commit();
  return 12 * REGIONS * (INDICATORS + 1);
}
