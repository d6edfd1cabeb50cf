from django.apps import AppConfig


class SatisfactionConfig(AppConfig):
    name = "redress.satisfaction"
    default_auto_field = "django.db.models.BigAutoField"
