/** An agency's work: the mailboxes of all its companies. The last line printed is the totals. */

import type { Client } from "openapi-fetch";

import type { components, paths } from "../generated/api.js";
import { connect } from "./client.js";
import { contract } from "./contract.js";
import { ApiError } from "./errors.js";
import { Walk } from "./paging.js";
import type { Key } from "./policy.js";

type Company = components["schemas"]["Company"];

/** All pages, as `x-pagination` of listCompanies says: the first one is 1, and each total has two names. */
async function* companies(agency: Client<paths>): AsyncGenerator<Company> {
  const walk = new Walk();
  for (let page = 1; ; page++) {
    const { data } = await agency.GET("/v2/agency/companies", { params: { query: { page } } });
    const { content, pagination_data: totals } = data ?? { content: [] };
    yield* content;
    const ids = content.map(({ id }) => id);
    const items = [totals?.total_elements, totals?.total_count];
    if (walk.take(ids, items, [totals?.total_pages, totals?.pages_count])) return;
  }
}

const key: Key = { kind: "hq", value: process.env["WOODPECKER_API_KEY"] ?? "" };
const baseUrl = process.env["WOODPECKER_BASE_URL"] ?? contract.servers[0].url;
let active = 0;
let switchedOff = 0;
let mailboxes = 0;

for await (const company of companies(connect(key, null, baseUrl))) {
  try {
    const { data } = await connect(key, { company: company.id }, baseUrl).GET("/v2/mailboxes");
    // A 204 for none leaves data undefined.
    const senders = (data ?? []).filter(({ type }) => type === "SMTP").length;
    console.log(`${company.name}: ${senders} mailboxes`);
    active += 1;
    mailboxes += senders;
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === "company_inactive")) throw error;
    console.log(`${company.name}: switched off`);
    switchedOff += 1;
  }
}
console.log(`${active} active companies, ${switchedOff} switched off, ${mailboxes} mailboxes`);
