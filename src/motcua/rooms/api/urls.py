from ninja import NinjaAPI

api = NinjaAPI(title="Motcua", version="1")
