import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Imports go one way: shared <- auth, live, charts <- features <- app. A feature knows no other feature. */
function mayNotImport(files, folders) {
  const group = folders.map((folder) => `**/${folder}/**`);
  const message = 'Imports go one way: shared <- auth, live, charts <- features <- app.';
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] } };
}

export default defineConfig(
  { ignores: ['dist/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 120 }],
    },
  },
  { files: ['src/**/*.tsx'], extends: [a11y.flatConfigs.strict, hooks.configs.flat['recommended-latest']] },
  { files: ['**/*.test.{ts,tsx}', 'e2e/**'], rules: { 'max-lines-per-function': 'off' } },
  mayNotImport(['src/shared/**'], ['auth', 'live', 'charts', 'features', 'app']),
  mayNotImport(['src/auth/**', 'src/charts/**'], ['live', 'features', 'app']),
  mayNotImport(['src/live/**'], ['charts', 'features', 'app']),
  mayNotImport(['src/live/*.ts'], ['react']),
  mayNotImport(['src/features/**'], ['app']),
);
