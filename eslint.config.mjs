// Lint rules. The import direction comes from test/architecture/layers.json, the table that the architecture test
// reads too; what a rule of ESLint cannot see (clock, disk, chance) is that test's business.

import { readFileSync } from 'node:fs';
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const layers = JSON.parse(readFileSync(new URL('./test/architecture/layers.json', import.meta.url), 'utf8'));
const roomNames = Object.keys(layers.rooms);

/** `../plan/parts` from anywhere in src: one or more steps up, then the room. */
const pathInto = (rooms) => `^(?:\\.\\./)+(?:${rooms.join('|')})(?:/|$)`;
const packageName = (name) => `^${name}(?:/|$)`;
const allowed = (place, homes) => homes.some((home) => place === home || place.startsWith(`${home}/`));

/** The rule for files of one place: a room, a folder in it or one file. */
function importRule(place) {
  const room = place.split('/')[0];
  const types = layers.typesOnly[room] ?? [];
  const free = new Set([room, ...layers.rooms[room], ...types]);
  const shut = roomNames.filter((name) => !free.has(name));
  const foreign = Object.keys(layers.packages).filter((name) => !allowed(place, layers.packages[name]));
  const patterns = [
    ...(shut.length ? [{ regex: pathInto(shut), message: `src/${room} does not know this room (layers.json)` }] : []),
    ...(types.length ? [{ regex: pathInto(types), message: 'types only (layers.json)', allowTypeImports: true }] : []),
    ...foreign.map((name) => ({ regex: packageName(name), message: `${name} lives elsewhere (layers.json)` })),
  ];
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

/** Rooms first, then the places inside them that a package calls home: the later entry wins. */
const places = [...new Set([...roomNames, ...Object.values(layers.packages).flat()])].sort(
  (a, b) => a.split('/').length - b.split('/').length,
);

export default tseslint.config(
  { ignores: ['dist/', 'output/', 'coverage/', 'node_modules/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `typeof import('…')` names the type of a library that is loaded only when it is wanted.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A port promises a Promise; the embedded store answers at once and has nothing to await.
      '@typescript-eslint/require-await': 'off',
      // Objects with behaviour are closures here; none of them has a `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Control characters are a subject here: text from outside is cleaned of them.
      'no-control-regex': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  ...places.map((place) => ({
    files: [place.endsWith('.ts') ? `src/${place}` : `src/${place}/**/*.ts`],
    rules: importRule(place),
  })),
  {
    files: ['test/**/*.ts'],
    rules: {
      // What a parsed workbook, XML or JSON holds is looked at, not trusted: the assertion is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: { module: 'readonly', require: 'readonly', process: 'readonly', console: 'readonly', URL: 'readonly' },
    },
  },
  {
    // Scripts of pages: they run in a browser and know nothing of Node.
    files: ['templates/html/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: {
        document: 'readonly',
        atob: 'readonly',
        Blob: 'readonly',
        Response: 'readonly',
        DecompressionStream: 'readonly',
      },
    },
  },
);
