// Reads every record with js-yaml and judges it by its kind's schema with ajv: node ajv.mjs SCHEMAS CONTRACTS
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join, basename } from "node:path";

const require = createRequire(join(process.cwd(), ".artifacts/peers/x.js"));
const Ajv = require("ajv").default;
const yaml = require("js-yaml");
const [schemas, contracts] = process.argv.slice(2);

const ajv = new Ajv({ strict: false, allErrors: true });
require("ajv-formats").default(ajv);
for (const file of readdirSync(schemas).filter((name) => name.endsWith(".schema.json"))) {
  ajv.addSchema(JSON.parse(readFileSync(join(schemas, file), "utf8")), file);
}

let faulty = 0;
for (const file of readdirSync(contracts, { recursive: true }).filter((name) => name.includes("/records/") && name.endsWith(".yaml"))) {
  try {
    const record = yaml.load(readFileSync(join(contracts, file), "utf8"), { schema: yaml.JSON_SCHEMA });
    const validate = ajv.getSchema(basename(file).split("-").slice(0, -2).join("-") + ".schema.json");
    if (!validate(record)) faulty++;
  } catch {
    faulty++;
  }
}
console.log(`${faulty} faulty`);
