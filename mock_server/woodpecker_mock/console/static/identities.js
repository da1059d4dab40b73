// Whom a request is for: a key, and with an agency's own key perhaps one of its companies.

import { element, option } from "./dom.js";

const MOST = 20;

export function identities(agency, companies = agency.companies.slice(0, MOST)) {
  const own = agency.hq_key && { label: "HQ key, the agency's own account", key: agency.hq_key, company: null };
  return [
    own,
    ...companies.flatMap(({ id, name, client_key: key }) => [
      agency.hq_key && { label: `HQ key, for ${name} (${id})`, key: agency.hq_key, company: id },
      key && { label: `client key of ${name} (${id})`, key, company: null, client: true },
    ]),
  ].filter(Boolean);
}

// The start: the first company of the first agency, by the agency's key.
export function firstIdentity(state) {
  const all = state.agencies.filter(({ access }) => access === "full").flatMap((agency) => identities(agency));
  return all.find(({ company }) => company !== null) ?? all[0] ?? null;
}

// Fills a select with the identities of all agencies; one that is not among the first of its agency is added.
export function fillIdentities(select, state, chosen) {
  const same = (one) => chosen && one.key === chosen.key && one.company === chosen.company;
  const listed = [];
  const groups = state.agencies.map((agency) => {
    const mine = identities(agency);
    if (agency.hq_key === chosen?.key && chosen.label && !mine.some(same)) mine.push(chosen);
    listed.push(...mine);
    return element("optgroup", { label: agency.name }, ...mine.map((one) => option(String(listed.indexOf(one)), one.label)));
  });
  select.replaceChildren(...groups);
  select.value = String(listed.findIndex(same));
  return listed;
}
