import { render } from 'preact';
import '../ui/office.css';
import '../account/account.css';
import './shell/shell.css';
import './shell/filters.css';
import './shell/table.css';
import './day-input.css';
import './desk/desk.css';
import './review/review.css';
import './review/queue.css';
import './results/results.css';
import './results/print.css';
import './charts/charts.css';
import './compare/compare.css';
import './remind/remind.css';
import './coverage/coverage.css';
import './coverage/squares.css';
import './teams/teams.css';
import './join/join.css';
import './audit/audit.css';
import './search/search.css';
import { OFFICE } from '../account/account';
import { Gate } from '../account/Gate';
import { translated } from '../i18n';
import { startRouter } from '../router';
import { App } from './App';
import { watchDialogs } from './dialogFocus';

startRouter((path) => path.startsWith(OFFICE));
watchDialogs();

const app = document.getElementById('app');
const open = (): void => {
  if (!app) return;
  app.textContent = '';
  render(<Gate>{() => <App />}</Gate>, app);
};
void translated().finally(open);
