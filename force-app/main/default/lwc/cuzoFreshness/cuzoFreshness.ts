import { NEWEST_QUERY } from 'c/cuzoNewest';
import { newestLines, type NewestLine } from 'c/cuzoNewestLines';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { api, LightningElement, wire } from 'lwc';

/** Shows for each zone how recent its newest data is, and nothing when that isn't known: the pills are useful without it. */
export default class CuzoFreshness extends LightningElement {
  /** Codes of the zones to show. */
  @api zones: readonly string[] = [];

  @wire(graphql, { query: '$query' })
  answer: GraphqlResult | undefined;

  query = NEWEST_QUERY;

  get lines(): readonly NewestLine[] {
    return newestLines(this.answer?.data, this.zones);
  }
}
