"""The one address of the calculator. What is picked and the date travel in the form, never in the address."""

from django.urls import path

from handrail.guide.calculator.views import calculator

urlpatterns = [path("england/calculator/", calculator, name="calculator")]
