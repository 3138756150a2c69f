import './doorways.css'
