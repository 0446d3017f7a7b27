import { render } from 'preact';
import '../ui/phone.css';
import '../account/account.css';
import { OFFICE, me } from '../account/account';
import { Gate } from '../account/Gate';
import { startRouter } from '../router';

startRouter((path) => !path.startsWith(OFFICE) && !path.startsWith('/api/'));

const app = document.getElementById('app');
if (app) {
  app.textContent = '';
  render(<Gate>{() => <main id="main">{me.value?.user.name}</main>}</Gate>, app);
}
