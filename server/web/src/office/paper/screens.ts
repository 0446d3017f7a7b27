export { PaperScreen } from './PaperScreen';
export { PrintScreen } from './PrintScreen';
