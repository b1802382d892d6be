from django.urls import path

from motcua.rooms.account import standing, views

app_name = "account"
urlpatterns = [
    path("", views.first, name="first"),
    path("dang-nhap/", views.SignInView.as_view(), name="sign_in"),
    path("dang-nhap/trinh-dien/", views.demo_sign_in, name="demo"),
    path("dang-xuat/", views.SignOutView.as_view(), name="sign_out"),
    path("toi/", views.me, name="me"),
    path("thay-the/", standing.stand_in, name="stand_in"),
    path("thay-the/<int:pk>/cham-dut/", standing.end, name="end_stand_in"),
]
