// A department's system: files a report, reads it back, corrects it, and reads the sums, through the
// generated client alone. Prints what it saw, as the client writes it.
import { Configuration, ReportsApi, RollupsApi } from './client';
import {
  AmountUnit,
  ApplicationsRollupToJSON,
  ContestsRollupToJSON,
  DisclosureRollupToJSON,
  FiledReport,
  FiledReportToJSON,
  FilingState,
  PublicationsRollupToJSON,
  Report,
  ReportFromJSON,
  ReportToJSON,
} from './client/models';

declare const process: { argv: string[]; exitCode: number };
declare const require: (module: string) => { readFileSync(file: string, encoding: string): string };

// What was read, with a word more in the overview, and the one cell that is no number mended.
function corrected(read: FiledReport): Report {
  const { organ, year, publications, disclosure, applications, contests } = read;
  const narrative = { ...read.narrative, overview: '更正后的总体情况。' };
  const procurement = disclosure?.procurement;
  if (procurement && procurement.amount === '251000元') {
    procurement.amount = 251000.123456;
    procurement.unit = AmountUnit.Yuan;
  }
  return { organ, year, publications, disclosure, applications, contests, narrative };
}

async function main([address, key, region, sample]: string[]): Promise<void> {
  const configuration = new Configuration({ basePath: address, apiKey: key });
  const reports = new ReportsApi(configuration);
  const rollups = new RollupsApi(configuration);

  const report = ReportFromJSON(JSON.parse(require('fs').readFileSync(sample, 'utf8')));
  const { id } = await reports.fileReport({ report, state: FilingState.Draft });

  const answer = await reports.getReportRaw({ id });
  const read = await answer.value();
  const seen = { sent: ReportToJSON(report), read: FiledReportToJSON(read) };
  const correction = corrected(read);
  await reports.correctReport({
    id,
    report: correction,
    state: FilingState.Submitted,
    ifMatch: answer.raw.headers.get('ETag') ?? undefined,
  });

  const asked = { region, year: read.year };
  console.log(
    JSON.stringify({
      ...seen,
      correction: ReportToJSON(correction),
      corrected: FiledReportToJSON(await reports.getReport({ id })),
      rollups: {
        publications: PublicationsRollupToJSON(await rollups.rollUpPublications(asked)),
        disclosure: DisclosureRollupToJSON(await rollups.rollUpDisclosure(asked)),
        applications: ApplicationsRollupToJSON(await rollups.rollUpApplications(asked)),
        contests: ContestsRollupToJSON(await rollups.rollUpContests(asked)),
      },
    }),
  );
}

main(process.argv.slice(2)).catch(async (error) => {
  console.error(error, await error?.response?.text?.());
  process.exitCode = 1;
});
