"""The site as a WSGI application; `redress serve` runs it, and so can gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "redress.config.settings")
application = get_wsgi_application()
