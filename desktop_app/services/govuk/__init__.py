"""GOV.UK pages of small boat arrivals, saved or pasted: the last seven days and the weekly summary."""
