import type { NumberJson, VerifyJson } from '../json-schemas/verify.js';
import type { Verification, VerifiedNumber } from '../verify/verify-document.js';
import { candidateJson, claimJson, derivationJson, type JsonContext, saidJson, sourcesJson } from './claim-json.js';
import { placeJson } from './plan-json.js';

/** Coverage of one or more reports, as a share; null where they make no claim. */
export function coverageOf(verifications: readonly Verification[]): number | null {
  const claims = verifications.reduce((sum, v) => sum + v.coverage.claims, 0);
  const answered = verifications.reduce((sum, v) => sum + v.coverage.answered, 0);
  return claims === 0 ? null : answered / claims;
}

/** One report, or several with their files named, for programs. */
export function verifyJson(
  reports: readonly { readonly file: string; readonly verification: Verification }[],
  context: JsonContext,
): VerifyJson {
  const summary: Record<string, number> = {};
  for (const { verification } of reports)
    for (const [verdict, count] of Object.entries(verification.summary))
      summary[verdict] = (summary[verdict] ?? 0) + count;
  const several = reports.length > 1;
  return {
    numbers: reports.flatMap(({ file, verification }) =>
      verification.numbers.map((number) => ({ ...(several ? { file } : {}), ...numberJson(number, context) })),
    ),
    coverage: coverageOf(reports.map((r) => r.verification)),
    summary: summary as VerifyJson['summary'],
  };
}

/** One number for programs. */
export function numberJson(number: VerifiedNumber, context: JsonContext): NumberJson {
  const { claim, figure, reasons } = number;
  return {
    no: number.no,
    ...placeJson(number.place),
    text: number.text,
    before: number.before,
    after: number.after,
    kind: number.kind,
    verdict: number.verdict,
    expected: number.expected ?? null,
    claim: claim ? claimJson(claim, context) : null,
    candidates: number.answers.map((answer) => candidateJson(answer, context)),
    reason: reasons[0] ? saidJson(reasons[0], context.lang) : null,
    reasons: reasons.map((reason) => saidJson(reason, context.lang)),
    derivation: figure ? derivationJson(figure, context.lang) : null,
    sources: sourcesJson(figure),
    filled: number.filled ? { ...number.filled } : null,
    remarks: (number.remarks ?? []).map((remark) => saidJson(remark, context.lang)),
  };
}
