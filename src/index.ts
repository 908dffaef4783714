/**
 * The library: the computing part of every command, without files, clock or terminal. Bytes come in through a `ByteSource`,
 * text goes out as values. The road of `fill`:
 *
 *   readReturns → Cube → reportContext → planFill(document) → OpenDocument.write(edits)
 */
export { loadBuiltInCatalogue } from './catalogue/built-in.js';
export { Catalogue } from './catalogue/catalogue.js';
export { type LoadedCatalogue, parseCatalogueText } from './catalogue/load-catalogue.js';
export { parseDefinitionText } from './catalogue/load-definition.js';
export { parseRegions } from './catalogue/regions.js';
export { type CheckContext, check } from './checks/check.js';
export type { Finding } from './checks/diagnostics.js';
export type { Claim, Reading } from './claims/claim.js';
export { readDocument } from './claims/read-document.js';
export { openDocument, UnreadableDocument } from './documents/open-document.js';
export type { OpenDocument, WriteOptions } from './documents/opened.js';
export { readReturn, readReturns } from './ingest/read-return.js';
export type { ReadContext, ReturnReading } from './ingest/reading.js';
export type { MeasureContext, MeasureOptions } from './measures/context.js';
export { evaluate } from './measures/evaluate.js';
export { compareGrowth, type GrowthComparison } from './measures/growth-verdict.js';
export type { Query } from './measures/query.js';
export { type ByteSource, bytesInMemory } from './model/byte-source.js';
export { Cube } from './model/cube.js';
export type { Diagnostic, Place, Severity } from './model/diagnostic.js';
export type { Block, Document } from './model/document.js';
export type { Edit, Mark } from './model/edit.js';
export { type Figure, isFigure, type NoFigure } from './model/figure.js';
export type { Observation } from './model/observation.js';
export { ObservationTable } from './model/observation-table.js';
export { type RefArea, RefAreaTable } from './model/ref-area.js';
export { type TimePeriod, timePeriod } from './model/time-period.js';
export { formatTimePeriod, parseTimePeriod } from './model/time-period-text.js';
export { editsOf, type FillPlan, type PlannedSlot, planFill } from './report/fill/plan-fill.js';
export { jsonSchemas } from './report/json-schemas/index.js';
export type { Lang } from './report/messages/language.js';
export { adviseOn, speak } from './report/messages/speak.js';
export type { Project } from './report/project/project.js';
export { resolveProject } from './report/project/resolve.js';
export { projectSchema } from './report/project/schema.js';
export { reportContext } from './report/project-context.js';
export type { Fact, ReportContext } from './report/report-context.js';
export { fillFromSheet, type SheetFill } from './report/sheet/fill-from-sheet.js';
export { type ReadSheet, readSheet } from './report/sheet/read-sheet.js';
export { sheetRows } from './report/sheet/sheet-rows.js';
export { type Verification, type VerifiedNumber, verifyDocument } from './report/verify/verify-document.js';
