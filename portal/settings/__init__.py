"""Settings by layer: `base` is shared, then `development`, `production` or `test`.

`KOTYLION_ENV` names the layer; `portal.settings.chosen` follows it, so one name serves every command.
"""
