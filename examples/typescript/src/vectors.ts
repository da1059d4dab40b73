/**
 * Runs `policy.json`, `redirects.json` and `errors.json` of spec/conformance, whose folder is the argument.
 *
 * No case counts as passed by its type: what a type rules out is given to the client all the same, and refused.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { errorsPass, type ErrorsCase } from "./vectors/errors.js";
import { policyPasses, redirectsPass, type PolicyCase, type RedirectsCase } from "./vectors/requests.js";
import { known } from "./vectors/vector.js";

const folder = process.argv[2];
if (folder === undefined) throw new Error("the folder of the vectors is missing: node build/vectors.js FOLDER");

async function run<T>(name: string, keys: string[], passes: (vector: T) => Promise<boolean>): Promise<void> {
  const file = JSON.parse(readFileSync(join(folder!, `${name}.json`), "utf8")) as { cases: (T & { id: string })[] };
  const failures: string[] = [];
  for (const vector of file.cases) {
    try {
      known(vector, "id", "about", ...keys);
      if (!(await passes(vector))) failures.push(vector.id);
    } catch (error) {
      failures.push(`${vector.id} (${error})`);
    }
  }
  console.log(`${name}: ${file.cases.length - failures.length} of ${file.cases.length}, none by its type`);
  for (const failure of failures) console.log(`  failed: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

const who = ["key", "context", "base_url", "typed"];
await run<PolicyCase>("policy", [...who, "request", "expect"], policyPasses);
await run<RedirectsCase>("redirects", [...who, "hops"], redirectsPass);
await run<ErrorsCase>("errors", ["operation", "answer", "expect"], errorsPass);
