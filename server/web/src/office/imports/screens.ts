export { BatchScreen } from './BatchScreen';
export { ImportScreen } from './ImportScreen';
