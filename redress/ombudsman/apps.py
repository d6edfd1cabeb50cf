from django.apps import AppConfig


class OmbudsmanConfig(AppConfig):
    name = "redress.ombudsman"
    default_auto_field = "django.db.models.BigAutoField"
