// The screens of figures: one reads them after each other, so they come together.
export { CompareScreen } from './compare/CompareScreen';
export { CoverageScreen } from './coverage/CoverageScreen';
export { Results } from './results/Results';
