// The sheet of Ledger.cs by exceljs: node exceljs.mjs FILE ROWS
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), ".artifacts/peers/x.js"));
const ExcelJS = require("exceljs");
const [file, rows] = process.argv.slice(2);

const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file });
const sheet = book.addWorksheet("台账");
for (let row = 0; row < Number(rows); row++) {
  const cells = [];
  for (let column = 0; column < 15; column++) {
    cells.push(column < 10 ? `第${row}行巡检正常，未见告警${column}` : ((row * column) % 100000) / 100);
  }
  sheet.addRow(cells).commit();
}
sheet.commit();
await book.commit();
