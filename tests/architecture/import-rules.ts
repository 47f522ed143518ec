/** Who may import whom: the table of docs/architecture.md, first match wins. Type imports count. */

export type Rule = {
  readonly layer: string;
  readonly matches: RegExp;
  /** Repository files it may import, beside its own folder. */
  readonly mayImport: readonly RegExp[];
  /** Packages it may import; anything else is refused, so a new one is classified before its first use. */
  readonly packages: readonly RegExp[];
};

const node = /^node:/;
const pure = [/^zod$/];

export const rules: readonly Rule[] = [
  { layer: 'shared/kernel', matches: /^src\/shared\/kernel\//, mayImport: [], packages: [] },
  {
    layer: 'a procedure',
    matches: /^src\/shared\/procedures\/[^/]+\//,
    mayImport: [
      /^src\/shared\/(kernel|people|forms|documents|deadlines|fees|registers|dossiers)\//,
      /^src\/shared\/procedures\/(define-procedure|registration-due|requester-papers)\.ts$/,
    ],
    packages: pure,
  },
  {
    layer: 'the procedure registry',
    matches: /^src\/shared\/procedures\//,
    mayImport: [/^src\/shared\//],
    packages: pure,
  },
  {
    layer: 'shared',
    matches: /^src\/shared\//,
    mayImport: [/^src\/shared\/(?!procedures\/)/],
    packages: [...pure, /^@orpc\/contract$/, /^bwip-js/],
  },
  {
    layer: 'main/store',
    matches: /^src\/main\/store\//,
    mayImport: [/^src\/shared\//, /^src\/main\/ports\//],
    packages: [node, ...pure, /^drizzle-orm/, /^better-sqlite3$/],
  },
  {
    layer: 'main/sync',
    matches: /^src\/main\/sync\//,
    mayImport: [/^src\/shared\//, /^src\/main\/(store|ports)\//],
    packages: [node, ...pure, /^pino$/],
  },
  {
    layer: 'main/app',
    matches: /^src\/main\/app\//,
    mayImport: [/^src\/shared\//, /^src\/main\/(store|sync|ports)\//],
    packages: [node, ...pure, /^@orpc\/(server|contract|client)/, /^pino$/],
  },
  { layer: 'main/ports', matches: /^src\/main\/ports\//, mayImport: [/^src\/shared\//], packages: [node] },
  {
    layer: 'main/hosts/electron',
    matches: /^src\/main\/hosts\/electron\//,
    mayImport: [
      /^src\/main\/(compose|system-[a-z-]+)\.ts$/,
      /^src\/main\/(ports|hosts\/[^/]+\.ts)/,
      /^src\/shared\/(contract|kernel)\//,
    ],
    packages: [node, /^electron/, /^@orpc\/(server|client)/],
  },
  {
    layer: 'main/hosts/cli',
    matches: /^src\/main\/hosts\/cli\//,
    mayImport: [
      /^src\/main\/(compose|system-[a-z-]+)\.ts$/,
      /^src\/main\/(ports|store|hosts\/[^/]+\.ts)/,
      /^src\/shared\//,
    ],
    packages: [node, ...pure],
  },
  {
    layer: 'main/hosts',
    matches: /^src\/main\/hosts\//,
    mayImport: [
      /^src\/main\/(compose|system-[a-z-]+)\.ts$/,
      /^src\/main\/(ports|hosts\/[^/]+\.ts)/,
      /^src\/shared\/(contract|kernel)\//,
    ],
    packages: [node, /^fastify$/, /^@fastify\//, /^@orpc\/server/, /^pino$/],
  },
  {
    layer: 'main composition',
    matches: /^src\/main\/[^/]+\.ts$/,
    mayImport: [/^src\/shared\//, /^src\/main\/(app|store|sync|ports)\//],
    packages: [node, /^pino$/, /^@orpc\/server/],
  },
  {
    layer: 'renderer',
    matches: /^src\/renderer\//,
    mayImport: [/^src\/shared\//, /^src\/renderer\//],
    packages: [
      ...pure,
      /^react(-dom)?(\/|$)/,
      /^@mantine\//,
      /^@tabler\/icons-react$/,
      /^@tanstack\//,
      /^@orpc\/(client|contract)/,
      /^@fontsource\//,
      /^react-hook-form$/,
      /\.css$/,
    ],
  },
  {
    layer: 'city-server',
    matches: /^src\/city-server\//,
    mayImport: [/^src\/shared\//, /^src\/city-server\//],
    packages: [
      node,
      ...pure,
      /^fastify/,
      /^@fastify\//,
      /^drizzle-orm/,
      /^pg$/,
      /^@electric-sql\/pglite/,
      /^@tus\//,
      /^pino$/,
    ],
  },
];

const testPackages =
  /^(vitest|fast-check|jsdom|@testing-library\/|playwright-core$|axe-core|react|@mantine\/|better-sqlite3|pg$)/;

/** Why an import is not allowed, or undefined when it is. */
export function violation(file: string, specifier: string, target: string | undefined): string | undefined {
  const rule = rules.find((each) => each.matches.test(file));
  if (rule === undefined) return undefined;
  const test = /\.test\.tsx?$/.test(file);
  if (target === undefined) {
    if (rule.packages.some((each) => each.test(specifier))) return undefined;
    if (test && (testPackages.test(specifier) || specifier.startsWith('node:'))) return undefined;
    return `${file} (${rule.layer}) imports package ${specifier}; allowed: ${rule.packages.join(' ') || 'none'} (docs/architecture.md)`;
  }
  if (folderOf(file, rule) === folderOf(target, rule)) return undefined;
  if (rule.mayImport.some((each) => each.test(target))) return undefined;
  if (test && (/^(tests|bench)\//.test(target) || /^src\/(shared|main|city-server)\//.test(target)))
    return undefined;
  return `${file} (${rule.layer}) imports ${target}; allowed: ${rule.mayImport.join(' ') || 'only its own folder'} (docs/architecture.md)`;
}

/** The folder a rule speaks of: the matched prefix, so that a procedure never counts as another's folder. */
function folderOf(file: string, rule: Rule): string | undefined {
  return rule.matches.exec(file)?.[0].replace(/[^/]+\.ts$/, '');
}
