import alarmsLabel from '@salesforce/label/c.CuZo_Health_Alarms';
import allRuns from '@salesforce/label/c.CuZo_Health_All';
import ambiguous from '@salesforce/label/c.CuZo_Outcome_ambiguous';
import asTable from '@salesforce/label/c.CuZo_As_Table';
import changed from '@salesforce/label/c.CuZo_Outcome_changed';
import ended from '@salesforce/label/c.CuZo_Health_Ended';
import failed from '@salesforce/label/c.CuZo_Outcome_failed';
import last from '@salesforce/label/c.CuZo_Health_Last';
import lastCounts from '@salesforce/label/c.CuZo_Health_Last_Counts';
import live from '@salesforce/label/c.CuZo_Health_Live';
import loading from '@salesforce/label/c.CuZo_Loading';
import none from '@salesforce/label/c.CuZo_Health_None';
import noneNext from '@salesforce/label/c.CuZo_Health_None_Next';
import picture from '@salesforce/label/c.CuZo_Health_Picture';
import pictureDays from '@salesforce/label/c.CuZo_Health_Picture_Days';
import pictureHint from '@salesforce/label/c.CuZo_Health_Picture_Hint';
import read from '@salesforce/label/c.CuZo_Outcome_read';
import rejected from '@salesforce/label/c.CuZo_Outcome_rejected';
import skipped from '@salesforce/label/c.CuZo_Outcome_skipped';
import started from '@salesforce/label/c.CuZo_Health_Started';
import title from '@salesforce/label/c.CuZo_Health_Title';
import unchanged from '@salesforce/label/c.CuZo_Outcome_unchanged';
import unmatched from '@salesforce/label/c.CuZo_Outcome_unmatched';
import well from '@salesforce/label/c.CuZo_Health_Well';
import zonesLabel from '@salesforce/label/c.CuZo_Health_Zones';
import RUN from '@salesforce/schema/CuZo_Sync_Run__c';
import type { Chart } from 'c/cuzoBars';
import { answerErrors, errorNotice } from 'c/cuzoErrors';
import { fill, momentText, numberText } from 'c/cuzoFormat';
import { alarmsOf, faultsOf, HOUR, liveDays, type Run } from 'c/cuzoHealth';
import { isStale, NEWEST_QUERY, newestOf } from 'c/cuzoNewest';
import { newestLines, type NewestLine } from 'c/cuzoNewestLines';
import type { Notice } from 'c/cuzoNotice';
import { ZONES } from 'c/cuzoZones';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, wire } from 'lwc';
import { alarmLine, type AlarmLine } from './alarmWords';
import { endingIcon, endingWords } from './endingWords';
import { runChart, skippedOf } from './runChart';
import { RUNS_QUERY, runsIn } from './runRows';

/** A row of the table. */
interface TableRow {
  readonly id: string;
  readonly started: string;
  readonly ended: string;
  readonly numbers: readonly { readonly key: string; readonly text: string }[];
}

const COLUMNS: readonly (readonly [string, (run: Run) => number])[] = [
  [read, (run) => run.read],
  [changed, ({ outcomes }) => outcomes.changed],
  [unchanged, ({ outcomes }) => outcomes.unchanged],
  [skipped, skippedOf],
  [unmatched, ({ outcomes }) => outcomes.unmatched],
  [ambiguous, ({ outcomes }) => outcomes.ambiguous],
  [rejected, ({ outcomes }) => outcomes.rejected],
  [failed, ({ outcomes }) => outcomes.failed],
];

/** For admins: how the job is, and what to look into. */
export default class CuzoJobHealth extends NavigationMixin(LightningElement) {
  label = { alarmsLabel, allRuns, asTable, ended, last, pictureHint, started, title, well, zonesLabel };
  columns = COLUMNS.map(([heading]) => heading);
  allUrl = '';

  runsQuery: GraphqlDocument = RUNS_QUERY;
  newestQuery: GraphqlDocument = NEWEST_QUERY;

  @wire(graphql, { query: '$runsQuery' })
  runs: GraphqlResult | undefined;

  @wire(graphql, { query: '$newestQuery' })
  newest: GraphqlResult | undefined;

  override connectedCallback(): void {
    const list = {
      type: 'standard__objectPage',
      attributes: { objectApiName: RUN.objectApiName, actionName: 'list' },
      state: { filterName: 'All' },
    };
    this[NavigationMixin.GenerateUrl](list).then(
      (url) => {
        this.allUrl = url;
      },
      () => undefined,
    );
  }

  get notice(): Notice | null {
    const errors = answerErrors(this.runs);
    if (errors !== null) return errorNotice(errors);
    if (this.runs?.data === undefined) return { kind: 'loading', message: loading };
    return this.lastRun === undefined ? { kind: 'info', message: none, hint: noneNext } : null;
  }

  get lastIcon(): string {
    return this.lastRun === undefined ? '' : endingIcon(this.lastRun, Date.now());
  }

  get lastWords(): string {
    const { lastRun } = this;
    return lastRun === undefined ? '' : `${endingWords(lastRun, Date.now())} · ${momentOf(lastRun)}`;
  }

  get lastCounts(): string {
    const { lastRun } = this;
    if (lastRun === undefined) return '';
    return fill(lastCounts, numberText(lastRun.read), numberText(lastRun.outcomes.changed));
  }

  /** What `listen` took lately; null where nobody sends events as they happen. */
  get liveWords(): string | null {
    const { hours } = this.known;
    if (hours.length === 0) return null;
    const lately = hours.filter((run) => Date.now() - run.started < 24 * HOUR);
    const sum = (count: (run: Run) => number): number => lately.reduce((all, run) => all + count(run), 0);
    return fill(live, numberText(sum((run) => run.read)), numberText(sum(faultsOf)));
  }

  get alarms(): readonly AlarmLine[] {
    const silent = ZONES.flatMap((zone) => {
      const since = newestOf(this.newest?.data, zone);
      return since !== null && isStale(since) ? [{ zone: zone.name, since }] : [];
    });
    return alarmsOf({ ...this.known, silent, now: Date.now() }).map(alarmLine);
  }

  get zones(): readonly NewestLine[] {
    const codes = ZONES.map(({ code }) => code);
    return newestLines(this.newest?.data, codes);
  }

  get chart(): Chart {
    return runChart(this.pictured);
  }

  get pictureTitle(): string {
    const heading = this.known.feeds.length > 0 ? picture : pictureDays;
    return fill(heading, numberText(this.pictured.length));
  }

  get tableRows(): readonly TableRow[] {
    return this.pictured.map((run) => ({
      id: run.id,
      started: momentOf(run),
      ended: endingWords(run, Date.now()),
      numbers: COLUMNS.map(([heading, count]) => ({ key: heading, text: numberText(count(run)) })),
    }));
  }

  private get known(): ReturnType<typeof runsIn> {
    return runsIn(this.runs?.data);
  }

  private get lastRun(): Run | undefined {
    return this.known.feeds[0] ?? this.known.hours[0];
  }

  /** The nights; days of `listen` where there are no nights. */
  private get pictured(): readonly Run[] {
    const { feeds, hours } = this.known;
    return feeds.length > 0 ? feeds : liveDays(hours, Date.now());
  }
}

const momentOf = ({ started: epoch }: Run): string => momentText(new Date(epoch).toISOString());
