"""The portal whole: pages in threads, live connections in the loop, background work beside them."""

# First, because it sets Django up: everything else may import models.
from portal.wsgi import application as pages  # isort: skip

from core.server.application import server_application

application = server_application(pages)
