"""The log as the office reads it: filtered, and with the names of what its entries tell of. Never
writes; that is `audit`."""
