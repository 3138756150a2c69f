"""The demo school: invented people and a few weeks of their work, made with the portal's own services.

Only for one computer: the passwords are published, and production refuses to start with them.
"""
